internal import ArrayCells
internal import Cells

/// TensorFlow's classes of tensors with numbers.
enum EagerTypes {
  /// `tf.Tensor`.
  nonisolated(unsafe) static let tensor = TypeObject(
    "Tensor", module: "tensorflow.python.framework.tensor", properties: properties)

  nonisolated(unsafe) static let eager = TypeObject(
    "EagerTensor", module: "tensorflow.python.framework.ops", base: tensor,
    properties: properties,
    methods: [
      .method("numpy") { (tensor: EagerTensor, call) throws(PyError) in
        tensor.numPy(call.machine)
      },
      .method("get_shape") { (tensor: EagerTensor, _) throws(PyError) in .object(tensor.shape) },
    ])

  nonisolated(unsafe) static let shape = TypeObject(
    "TensorShape", module: "tensorflow.python.framework.tensor_shape")

  nonisolated(unsafe) static let dtype = TypeObject(
    "DType", module: "tensorflow.python.framework.dtypes",
    properties: ["name", "as_numpy_dtype", "is_floating", "is_integer", "is_bool", "size"])

  private static let properties: Set<String> = ["shape", "dtype", "ndim", "device"]
}
