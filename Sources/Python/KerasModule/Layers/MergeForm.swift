internal import PythonRuntime
internal import Networks
internal import Tensors

/// How several tensors become one.
struct MergeForm {
  let name: String
  /// The axis of a concatenation as the program gave it, the batch axis counted.
  var axis = -1
  /// Of a product: the axes, as the program gave them, and whether vectors are made as long as 1.
  var product: (axes: DotAxes, normalizes: Bool)?

  func layer(of shapes: [Shape], _ machine: Machine) throws(PyError) -> Merge {
    let kind: Merge.Kind
    if let product {
      kind = .dot(
        axes: try product.axes.checked(shapes, machine), normalizes: product.normalizes)
    } else {
      kind = self.kind(rank: shapes.first?.rank ?? 0)
    }
    guard name != "Subtract" || shapes.count == 2 else {
      throw machine.error(
        "ValueError",
        "A `Subtract` layer should be called on exactly 2 inputs. Received: input_shape=\(Self.list(shapes))"
      )
    }
    do {
      return try Merge(kind, of: shapes)
    } catch {
      throw machine.error("ValueError", mismatch(shapes))
    }
  }

  private func kind(rank: Int) -> Merge.Kind {
    let kinds: [String: Merge.Kind] = [
      "Add": .add, "Subtract": .subtract, "Multiply": .multiply, "Average": .average,
      "Maximum": .maximum, "Minimum": .minimum,
      "Concatenate": .concatenate(axis: axis < 0 ? rank + axis : axis - 1),
    ]
    return kinds[name] ?? .add
  }

  /// What Keras says of shapes that can't be merged.
  private func mismatch(_ shapes: [Shape]) -> String {
    if name == "Concatenate" {
      return
        "A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. "
        + "Received: input_shape=\(Self.list(shapes))"
    }
    let other = shapes.first { $0 != shapes[0] } ?? shapes[0]
    return
      "Inputs have incompatible shapes. Received shapes \(shapes[0].tuple) and \(other.tuple)"
  }

  /// Shapes as Keras lists them.
  static func list(_ shapes: [Shape]) -> String {
    "[\(shapes.map(\.batched).joined(separator: ", "))]"
  }
}

/// `axes` of `Dot`, the batch axis counted: one of each tensor.
struct DotAxes {
  /// What the program gave, for configurations.
  let given: ArgumentValue
  private let axes: [Int]
  private var isPair: Bool { if case .list = given { true } else { false } }

  /// - Throws: Python's exceptions as Keras has them.
  init(_ value: Value, _ call: Call) throws(PyError) {
    let text = try call.machine.str(value)
    let isSequence =
      value.asObject(ListObject.self) != nil || value.asObject(TupleObject.self) != nil
    if let axis = value.smallInt {
      (given, axes) = (.int(axis), [axis, axis])
      return
    }
    guard isSequence else {
      throw call.error(
        "TypeError",
        "Invalid type for argument `axes`: it should be a list or an int. Received: axes=\(text)")
    }
    let items = try call.machine.array(value)
    guard items.count == 2 else {
      throw call.error(
        "ValueError",
        "Invalid format for argument `axes`: it should contain two elements. Received: axes=\(text)"
      )
    }
    let numbers = items.compactMap(\.smallInt)
    guard numbers.count == 2 else {
      throw call.error(
        "ValueError",
        "Invalid format for argument `axes`: list elements should be integers. Received: axes=\(text)"
      )
    }
    (given, axes) = (.list(numbers.map { .int($0) }), numbers)
  }

  /// The axes of two shapes without the batch's axis.
  ///
  /// - Throws: `ValueError` where they can't be multiplied along them.
  func checked(_ shapes: [Shape], _ machine: Machine) throws(PyError) -> [Int] {
    guard shapes.count == 2 else {
      throw machine.error(
        "ValueError",
        "A `Dot` layer should be called on a list of 2 inputs. Received: input_shape=\(MergeForm.list(shapes))"
      )
    }
    let found = zip(axes, shapes).map { $0 < 0 ? $0 + $1.rank + 1 : $0 }
    guard zip(found, shapes).allSatisfy({ $0 >= 0 && $0 <= $1.rank }) else {
      throw machine.error("IndexError", "tuple index out of range")
    }
    guard !found.contains(0) else {
      throw machine.error(
        "ValueError",
        "Cannot perform batch_dot over axis 0. If your inputs are not batched, add a dummy batch dimension to your inputs using keras.ops.expand_dims(x, 0)"
      )
    }
    let extents = zip(found, shapes).map { $1[$0 - 1] }
    guard extents[0] == extents[1] else {
      let shown = isPair ? axes : found
      throw machine.error(
        "ValueError",
        "Incompatible input shapes: axis values \(extents[0]) (at axis \(shown[0])) != \(extents[1]) (at axis \(shown[1])). Full input shapes: \(shapes[0].batched), \(shapes[1].batched)"
      )
    }
    return found.map { $0 - 1 }
  }
}
