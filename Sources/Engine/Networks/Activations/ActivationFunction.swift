public import Memory
public import Tensors

/// A function of a layer's sums, element by element or along the last axis.
///
/// Its gradient is a function of its output alone, so no input needs to be kept; where it isn't,
/// the function conforms to `SumActivation`.
public protocol ActivationFunction: Component {
  /// Whether a number of the output depends on its whole row, not on its own sum alone.
  static var mapsRows: Bool { get }
  /// Whether Keras remembers the sums beside the outputs, for losses that take them.
  static var remembersSums: Bool { get }
  /// What computes the function with its arguments; another type for some of them.
  var meant: any ActivationFunction { get }
  /// The function with Keras' defaults, as its name alone gives it.
  init()
  /// Applies the function to rows of `rowLength` numbers in place.
  func apply(_ values: MutableElements<Float>, rowLength: Int)
  /// Turns the gradient for the output into the one for the input, in place.
  func applyGradient(
    _ gradient: MutableElements<Float>, outputs: Elements<Float>,
    rowLength: Int)
}

extension ActivationFunction {
  /// The function itself: most compute alike, whatever their arguments are.
  public var meant: any ActivationFunction { self }
  /// False: most functions look at one number at a time.
  public static var mapsRows: Bool { false }
  /// False: losses see the outputs of most.
  public static var remembersSums: Bool { false }

  /// The function with Keras' defaults, for those that take no arguments.
  public init(_ arguments: BoundArguments) throws(ArgumentError) { self.init() }

  /// The function of a tensor of any shape, whose rows lie along the last axis; the shape stays.
  public func applied(to input: Tensor) -> Tensor {
    var result = input
    let length = input.shape.extents.last ?? 1
    result.values.withMutableElements { apply($0, rowLength: length) }
    return result
  }

  func gradient(_ gradient: Tensor, output: Tensor) -> Tensor {
    var result = gradient
    let length = output.shape.extents.last ?? 1
    result.values.withMutableElements { slopes in
      output.values.withElements {
        applyGradient(slopes, outputs: $0, rowLength: length)
      }
    }
    return result
  }
}
