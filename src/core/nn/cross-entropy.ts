import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '../tensors.ts';

/**
 * Mean over rows of -log softmax(logits_n)[label_n]. The derivative (softmax - one-hot) / N is written out.
 * First derivatives only. logits [N, I], labels int32 [N].
 */
export function crossEntropy(logits: Tensor2D, labels: Tensor1D): Scalar {
  const [rows, items] = logits.shape;
  const compute = tf.customGrad((...given) => {
    const [input, save] = given as [Tensor2D, (tensors: Tensor[]) => void];
    const target = tf.cast(tf.oneHot(labels, items), 'float32');
    const logs = tf.logSoftmax(input);
    save([logs, target]);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [log, hot] = saved as [Tensor, Tensor];
      return tf.mul(tf.sub(tf.exp(log), hot), tf.div(dy, rows));
    };
    return { value: tf.neg(tf.div(tf.sum(tf.mul(logs, target)), rows)) as Tensor, gradFunc };
  });
  return compute(logits) as Scalar;
}
