/// A sliding window along one axis: where each output position reads its input.
///
/// Output position `o` and tap `t` read input position `o * stride + t * dilation - before`;
/// positions outside `0..<input` are padding.
public struct WindowAxis: Hashable, Sendable {
  /// Number of input positions.
  public let input: Int
  /// Number of taps.
  public let kernel: Int
  /// Input positions from one output position to the next.
  public let stride: Int
  /// Input positions from one tap to the next.
  public let dilation: Int
  /// Number of output positions; 0 where the window doesn't fit.
  public let output: Int
  /// Positions of padding before the first and after the last input position.
  public let before: Int
  /// The same after the last one.
  public let after: Int

  /// The window's extent once dilated: `(kernel - 1) * dilation + 1`.
  public var reach: Int { (kernel - 1) * dilation + 1 }

  /// - Precondition: all extents are at least 1, but for `input`, which may be 0.
  public init(
    input: Int, kernel: Int, stride: Int = 1, dilation: Int = 1, padding: WindowPadding = .valid
  ) {
    precondition(
      input >= 0 && kernel > 0 && stride > 0 && dilation > 0,
      "window of \(kernel), stride \(stride), dilation \(dilation) over \(input)")
    self.input = input
    self.kernel = kernel
    self.stride = stride
    self.dilation = dilation
    let reach = (kernel - 1) * dilation + 1
    switch padding {
    case .valid:
      (output, before, after) = (input < reach ? 0 : (input - reach) / stride + 1, 0, 0)
    case .same:
      output = (input + stride - 1) / stride
      let total = max(0, (output - 1) * stride + reach - input)
      (before, after) = (total / 2, total - total / 2)
    case .causal:
      (output, before, after) = ((input + stride - 1) / stride, reach - 1, 0)
    }
  }

  /// The input position that an output position's tap reads, or nil in the padding.
  public func position(output: Int, tap: Int) -> Int? {
    let position = output * stride + tap * dilation - before
    return position >= 0 && position < input ? position : nil
  }
}
