internal import PythonRuntime

/// `keras.preprocessing.image`: names that lessons import; what they do needs files or is not
/// supported yet, and says so when it is used.
enum PreprocessingModule {
  static var image: [String: Value] {
    KerasLibrary.members(
      of: ["load_img", "img_to_array", "array_to_img", "ImageDataGenerator"].map { name in
        BuiltinFunction(name, "*args, **kwargs") { call throws(PyError) in
          throw call.error("NotImplementedError", "\(name)() is not supported by Caderno")
        }
      })
  }
}
