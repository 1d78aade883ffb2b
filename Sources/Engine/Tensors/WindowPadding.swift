/// How a window treats the border of its input, named as Keras names it.
public enum WindowPadding: String, Hashable, Sendable, CaseIterable {
  /// No padding: only windows that lie wholly inside the input.
  case valid
  /// Zeros around the input so that the output's extent is `ceil(input / stride)`;
  /// where their number is odd, the extra one comes after.
  case same
  /// Zeros before the input alone, so that an output reads no position behind its own.
  case causal
}
