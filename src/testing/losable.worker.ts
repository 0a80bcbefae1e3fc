/**
 * The lab's worker with a graphics device that a test can take away: after the message `lose-device` the device is gone, as when
 * a driver is reset. The lab itself sees only what a browser shows it.
 */
const devices: GPUDevice[] = [];
const request = GPUAdapter.prototype.requestDevice;
GPUAdapter.prototype.requestDevice = async function (descriptor) {
  const device = await request.call(this, descriptor);
  devices.push(device);
  return device;
};
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data === 'lose-device') devices.at(-1)?.destroy();
});
const early: MessageEvent<unknown>[] = [];
const keep = (event: MessageEvent<unknown>) => void early.push(event);
addEventListener('message', keep);
await import('../worker/lab.worker.ts');
removeEventListener('message', keep);
for (const { data } of early) dispatchEvent(new MessageEvent('message', { data }));

export {};
