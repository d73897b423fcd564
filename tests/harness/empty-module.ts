// Stands for `server-only`, which throws outside Next (vitest.config.ts).
export {};
