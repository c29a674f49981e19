"""The number format of training's large products: bfloat16 where the processor multiplies it, else float32.

Emulated bfloat16 took three times as long as float32 on a processor without it.
"""
import torch

_can = torch.cpu.get_capabilities()
FAST = torch.bfloat16 if _can.get('amx_bf16') or _can.get('avx512_bf16') else torch.float32
