/** What does not leave the server's own machine. */

/** Whether a host name, as an address writes it, is the machine itself. */
export function isLoopback(hostname: string): boolean {
	return /^(([\w-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}
