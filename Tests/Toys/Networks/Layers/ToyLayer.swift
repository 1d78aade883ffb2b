// toy: a layer | LayerCatalog.swift | ToyLayer.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
public import Tensors

/// The numbers backwards.
public struct ToyLayer: MovingLayer {
  public static let signature = Signature.layer("ToyLayer", [])

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  func map(for input: Shape) -> IndexMap {
    IndexMap(sources: (0..<Int32(input.count)).reversed())
  }
}

extension ToyLayer: KerasLayer {
  public static let keras = KerasFacts("reshaping", config: "")
}
