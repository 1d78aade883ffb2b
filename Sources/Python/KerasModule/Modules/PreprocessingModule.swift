internal import PythonRuntime

/// `keras.preprocessing.image`: `ImageDataGenerator`, and names that lessons import whose functions need
/// files and say so when they are used.
enum PreprocessingModule {
  static var image: [String: Value] {
    KerasLibrary.members(
      of: ["load_img", "img_to_array", "array_to_img"].map { name in
        BuiltinFunction(name, "*args, **kwargs") { call throws(PyError) in
          throw call.error("NotImplementedError", "\(name)() is not supported by Caderno")
        }
      }, ["ImageDataGenerator": .object(ImageGenerator.type)])
  }
}
