import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./page.css";

// The sandbox tells what changed, so nothing goes stale by itself; a lost connection refetches everything.
const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: 2, refetchOnWindowFocus: false, networkMode: "always" }, mutations: { networkMode: "always" } },
});

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
