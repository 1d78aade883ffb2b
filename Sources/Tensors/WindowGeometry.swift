public struct WindowGeometry: Hashable, Sendable {
  public enum Padding: String, Hashable, Sendable { case valid, same }
  public let kernelSize: [Int]
  public let strides: [Int]
  public let dilation: [Int]
  public let padding: Padding
  public init(kernelSize: [Int], strides: [Int], padding: Padding, dilation: [Int] = [1, 1]) {
    self.kernelSize = kernelSize
    self.strides = strides
    self.padding = padding
    self.dilation = dilation
  }
  public func reach(_ axis: Int) -> Int { (kernelSize[axis] - 1) * dilation[axis] + 1 }
  public func outputExtent(_ axis: Int, input: Int) -> Int {
    padding == .same
      ? (input + strides[axis] - 1) / strides[axis]
      : max(0, (input - reach(axis) + strides[axis]) / strides[axis])
  }
  public func padBefore(_ axis: Int, input: Int) -> Int {
    guard padding == .same else { return 0 }
    let out = outputExtent(axis, input: input)
    return max(0, (out - 1) * strides[axis] + reach(axis) - input) / 2
  }
}
