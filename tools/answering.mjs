/** Both engines say that a flow runs a moment before its address answers. */
export async function answering(address) {
  for (;;) {
    const { status } = await fetch(address, { method: 'POST' });
    if (status !== 404) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
