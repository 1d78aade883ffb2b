// toy: an initializer | InitializerCatalog.swift | ToyInitializer.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
public import Tensors

/// Two everywhere.
public struct ToyInitializer: Initializer {
  public static let signature = Signature("ToyInitializer")

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    [Float](repeating: 2, count: shape.count)
  }
}
