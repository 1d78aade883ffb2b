public import Memory

extension KernelSet {
  /// A run of floats that an operation changes in place.
  public typealias Floats = MutableElements<Float>
  /// A run of floats that an operation reads.
  public typealias ConstantFloats = Elements<Float>
}

/// How runs become what the C code takes: only here, and only where they are long enough.
extension Elements {
  /// - Parameter least: how many elements the operation reads.
  func address(_ least: Int, _ name: StaticString) -> UnsafePointer<Element> {
    precondition(count >= least, "\(name): \(count) elements of \(least)")
    return start
  }
}

extension MutableElements {
  /// - Parameter least: how many elements the operation reads or writes.
  func address(_ least: Int, _ name: StaticString) -> UnsafeMutablePointer<Element> {
    precondition(count >= least, "\(name): \(count) elements of \(least)")
    return start
  }
}

extension ImageBlock {
  /// - Parameter size: how many floats the operation visits in each image.
  func address(_ images: Int, _ size: Int, _ name: StaticString) -> UnsafeMutablePointer<Float> {
    floats.address(images == 0 ? 0 : (images - 1) * stride + size, name)
  }
}
