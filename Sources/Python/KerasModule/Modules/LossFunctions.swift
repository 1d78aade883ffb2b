internal import PythonRuntime
internal import Networks

/// `keras.losses`: each loss as a class and as functions.
enum LossFunctions {
  private static let reductions = [
    "sum_over_batch_size", "mean", "auto", "sum", "none", "mean_with_sample_weight",
  ]

  /// A class whose objects can be applied to targets and outputs.
  static func object(_ type: any Loss.Type) -> TypeObject {
    let text = CallSignature.text(of: type.signature, also: ["reduction", "name"])
    return TypeObject(
      type.signature.name, module: "keras.src.losses.losses", text, properties: ["name"]
    ) { itself, call throws(PyError) in
      let reduction = try reduction(call)
      let given = try KerasArguments.component(call.name, call, leavingOut: ["name", "reduction"])
      do throws(ArgumentError) {
        _ = try type.init(type.signature.bind(given))
      } catch {
        throw KerasArguments.error(error, call.machine)
      }
      // `compile` refuses reductions that training doesn't know.
      let trains = LossReduction.mean == reduction.meaning
      let whole = ArgumentCall(
        given.name,
        keywords: given.keywords + (trains ? [] : [.init("reduction", .string(reduction.name))]))
      return .object(
        ComponentObject(
          itself, whole, name: try call.string("name"),
          title: try call.string("name") ?? LossText.name(type), kind: .loss,
          body: BuiltinFunction(type.signature.name, "y_true, y_pred, sample_weight=None") {
            call throws(PyError) in
            try LossCall(call, given).reduced(reduction.meaning)
          }))
    }.rehearsed()
  }

  private static func reduction(
    _ call: Call
  ) throws(PyError) -> (name: String, meaning: LossReduction) {
    guard call.has("reduction") else { return ("sum_over_batch_size", .mean) }
    let name = try call.given("reduction").map { value throws(PyError) in
      try call.machine.str(value)
    }
    switch name {
    case nil, "none": return ("none", .none)
    case "sum": return ("sum", .sum)
    case "mean_with_sample_weight": return ("mean_with_sample_weight", .meanOfWeights)
    case "sum_over_batch_size", "mean", "auto": return ("sum_over_batch_size", .mean)
    default:
      throw call.error(
        "ValueError",
        "Invalid value for argument `reduction`. Expected one of \(reductions). Received: reduction=\(name ?? "None")"
      )
    }
  }

  /// A function that gives the loss of each sample.
  static func function(_ name: String, _ type: any Loss.Type) -> BuiltinFunction {
    let names = type.signature.parameters.map { "\($0.name)=None" }
    return BuiltinFunction(name, (["y_true", "y_pred"] + names).joined(separator: ", ")) {
      call throws(PyError) in
      let keywords = try KerasArguments.component(
        type.signature.name, call, leavingOut: ["y_true", "y_pred"])
      return try LossCall(call, keywords).reduced(.none)
    }
  }
}
