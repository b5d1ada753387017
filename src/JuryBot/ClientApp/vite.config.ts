import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/app/",
  plugins: [react()],
  build: {
    outDir: "../wwwroot/app",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "pane.html"] },
  },
  server: { proxy: { "/api": "http://localhost:3978", "/app/config.json": "http://localhost:3978" } },
});
