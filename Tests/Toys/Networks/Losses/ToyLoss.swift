// toy: a loss | LossCatalog.swift | ToyLoss.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// mean(p - t) over the outputs.
struct ToyLoss: ElementwiseLoss {
  static let signature = Signature.loss("ToyLoss")

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func cost(of output: Float, wanted: Float) -> (value: Float, slope: Float) {
    (output - wanted, 1)
  }
}
