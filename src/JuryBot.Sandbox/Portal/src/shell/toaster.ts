/** Where short notices appear. */
export const toasterId = "portal";
