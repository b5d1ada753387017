import { createContext } from "react";

/** Sends the person to the sign-in page and back here. */
export const SignInContext = createContext<() => Promise<void>>(() => Promise.resolve());
