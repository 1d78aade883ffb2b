/// Texts in double quotation marks, where a backslash takes the next sign's meaning away: values of fences, titles of
/// links, YAML.
public enum QuotedText {
  /// Signs are scalars: a mark with an accent on it is a mark for whoever reads the file.
  public static func text(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
