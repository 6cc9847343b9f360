/** What does not leave the server's own machine. */

/** Whether a host name, as an address writes it, is the machine itself. */
export const isLoopback = (hostname: string): boolean => /^(([\w-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
