package import Networks

/// Layers in Keras notation outside of any lesson.
package enum LayerNotation {
  /// One layer a text, such as `Dense(10, activation='softmax')`.
  ///
  /// - Throws: ``ArgumentError`` where a layer has other arguments. A text that is no call is a mistake
  ///   of our own.
  package static func declarations(_ calls: [String]) throws(ArgumentError) -> [LayerDeclaration] {
    var declarations: [LayerDeclaration] = []
    for text in calls {
      guard
        case .found(let written) = NotationReader(offset: { $0 }).call(text, whole: 0..<0),
        case .call(let call) = written.value
      else { preconditionFailure("LayerNotation: \(text)") }
      declarations.append(try LayerDeclaration(call))
    }
    return declarations
  }
}
