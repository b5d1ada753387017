import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

// Fluent UI styles by style elements; JuryBot's own pages are shown in a frame, wherever they are.
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "frame-src http: https:", "base-uri 'none'", "form-action 'none'",
].join("; ");

const strictPolicy: Plugin = {
  name: "strict-policy",
  apply: "build",
  transformIndexHtml: () => [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" }],
};

export default defineConfig({
  plugins: [react(), strictPolicy],
  // Nothing inlined and no preload polyfill, for that policy.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1000 },
  // `npm run dev` beside a running sandbox.
  server: { proxy: { "/portal": "http://localhost:5080" } },
});
