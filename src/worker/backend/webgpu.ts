import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import '../../core/kernels/register-kernels.ts';
import { LabError } from '../../core/errors.ts';
import type { OpenedBackend } from '../../core/run/environment.ts';

/**
 * A graphics device under the lab's own control: its loss and its silent faults are seen. Import this module only where
 * `navigator.gpu` exists (see graphics-adapter.ts).
 */
export async function openWebgpu(
  adapter: GPUAdapter,
  isSoftware: boolean,
  reason: string,
): Promise<OpenedBackend> {
  tf.enableProdMode();
  const device = await adapter.requestDevice(deviceNeeds(adapter));
  let fault: LabError | undefined;
  let isDisposed = false;
  device.addEventListener('uncapturederror', (event) => {
    fault ??= new LabError('backend', `The graphics device reported a fault: ${event.error.message}`);
  });
  const deviceLost = new Promise<LabError>((resolve) => {
    void device.lost.then((info) => {
      if (isDisposed) return;
      fault = new LabError('device-lost', `The graphics device was lost: ${info.message || info.reason}`);
      resolve(fault);
    });
  });

  if (tf.engine().registryFactory['webgpu']) tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info), 3);
  if (!(await tf.setBackend('webgpu'))) {
    device.destroy();
    throw new LabError('backend', 'WebGPU could not be started.');
  }
  return {
    name: 'webgpu',
    adapter: adapterName(adapter.info),
    threads: 1,
    reason,
    isSoftware,
    deviceLost,
    check: async () => {
      if (!fault) await Promise.race([device.queue.onSubmittedWorkDone(), device.lost]);
      if (fault) throw fault;
    },
    dispose: () => {
      if (isDisposed) return;
      isDisposed = true;
      tf.removeBackend('webgpu');
      device.destroy();
    },
  };
}

/** What the backend uses when it is there: timings, and the adapter's own limits in place of the low defaults. */
function deviceNeeds(adapter: GPUAdapter): GPUDeviceDescriptor {
  const features: GPUFeatureName[] = ['timestamp-query', 'bgra8unorm-storage'];
  const { limits } = adapter;
  return {
    requiredFeatures: features.filter((feature) => adapter.features.has(feature)),
    requiredLimits: {
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxBufferSize: limits.maxBufferSize,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  };
}

function adapterName(info: GPUAdapterInfo): string {
  return info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'unnamed adapter';
}
