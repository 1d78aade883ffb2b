internal import PythonRuntime

/// All that `keras.callbacks` has to know of a class.
struct CallbackClass: Sendable {
  typealias Construct = @Sendable (TypeObject, Call) throws(PyError) -> CallbackObject

  let name: String
  /// As Python writes them.
  let parameters: String
  /// What programs may read of an instance beside `model` and `params`.
  let properties: Set<String>
  private let construct: Construct

  init(
    _ name: String, parameters: String, properties: Set<String> = [],
    construct: @escaping Construct
  ) {
    (self.name, self.parameters, self.properties) = (name, parameters, properties)
    self.construct = construct
  }

  /// The class in the hands of a program.
  func type() -> TypeObject {
    TypeObject(
      name, module: KerasPlaces.callback(name), base: CallbackObject.base, parameters,
      properties: properties.union(["model", "params"])
    ) { itself, call throws(PyError) in
      .object(try construct(itself, call))
    }
  }
}
