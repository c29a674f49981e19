#!/bin/sh
# Compiles kernel.c to data/model/kernel.wasm. Needs clang and lld 14 or later (Debian: apt-get install clang lld).
set -eu
cd "$(dirname "$0")"
clang --target=wasm32 -O3 -msimd128 -mbulk-memory -ffp-contract=off -fno-vectorize -fno-slp-vectorize -nostdlib \
  -Wall -Wextra -Wl,--no-entry -Wl,--strip-all -Wl,-z,stack-size=4096 -Wl,--export=__heap_base \
  -o ../../data/model/kernel.wasm kernel.c
chmod 644 ../../data/model/kernel.wasm
sha256sum ../../data/model/kernel.wasm
