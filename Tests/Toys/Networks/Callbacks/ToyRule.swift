// toy: a callback of directives, which is plain data | FitRuleCatalog.swift | ToyRule.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// Goes on.
public struct ToyRule: FitRule {
  public static let signature = Signature("ToyRule")

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}
}
