import NumPy

/// What a name or an expression of a snippet can stand for.
enum SnippetValue {
  case value(NumPyValue)
  /// `np`, or `np.random` with the prefix `random.`.
  case module(prefix: String)
  /// Something of `np` that can be called.
  case function(String)
  case method(NumPyValue, String)
  case builtin(String)
}
