internal import NumPyModule
internal import PythonRuntime

/// TensorFlow's classes of tensors with numbers.
enum EagerTypes {
  /// `tf.Tensor`.
  static let tensor = SharedType(
    "Tensor", module: "tensorflow.python.framework.tensor", properties: properties)

  static let eager = SharedType(
    "EagerTensor", module: "tensorflow.python.framework.ops", base: tensor,
    properties: properties,
    methods: [
      .method("numpy") { (tensor: EagerTensor, call) throws(PyError) in
        tensor.numPy(call.machine)
      },
      .method("get_shape") { (tensor: EagerTensor, _) throws(PyError) in .object(tensor.shape) },
    ])

  static let shape = SharedType(
    "TensorShape", module: "tensorflow.python.framework.tensor_shape")

  static let dtype = SharedType(
    "DType", module: "tensorflow.python.framework.dtypes",
    properties: ["name", "as_numpy_dtype", "is_floating", "is_integer", "is_bool", "size"])

  private static let properties: Set<String> = ["shape", "dtype", "ndim", "device"]
}
