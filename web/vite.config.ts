import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where a running `hearsay serve` answers, for working on the desk with `npx vite web`. */
const apiUrl = process.env.HEARSAY_URL ?? 'http://127.0.0.1:4747'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    // The content security policy allows no data: or inline script, so every file stays a file.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': {
        target: apiUrl,
        changeOrigin: true,
        // The server takes documents from its own origin only, and this page comes from another port.
        headers: { origin: new URL(apiUrl).origin },
      },
    },
  },
})
