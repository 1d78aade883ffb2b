internal import Stacks

/// An exception as CPython prints it on standard error when nobody catches it.
package struct Traceback {
  private let machine: Machine

  /// Tracebacks with the lines of a machine's program (`Machine.sourcePlace`).
  package init(_ machine: Machine) { self.machine = machine }

  /// The whole text, with the exceptions that it followed: lines that end with a line feed.
  package func text(of error: PyError) -> String {
    let whole = try? DeepStack.run { () throws(PyError) -> String in
      machine.collecting { text(of: error.value) }
    }
    return whole ?? ""
  }

  /// The text inside of a run.
  package func text(of exception: InstanceObject) -> String {
    var text = ""
    var (parts, seen) = ([(line: String?, InstanceObject)](), Set<ObjectIdentifier>())
    var next: InstanceObject? = exception
    while let current = next, seen.insert(ObjectIdentifier(current)).inserted {
      let (line, earlier) = earlier(than: current)
      parts.append(
        (earlier.map { seen.contains(ObjectIdentifier($0)) } ?? true ? nil : line, current))
      next = earlier
    }
    for (line, exception) in parts.reversed() {
      if let line { text += "\n\(line):\n\n" }
      text += stack(of: exception) + last(of: exception)
    }
    return text
  }

  private func earlier(than exception: InstanceObject) -> (line: String?, InstanceObject?) {
    if let cause = exception.details?.cause {
      return ("The above exception was the direct cause of the following exception", cause)
    }
    guard let details = exception.details, !details.hidesContext, let context = details.context
    else { return (nil, nil) }
    return ("During handling of the above exception, another exception occurred", context)
  }

  /// The lines that an exception passed, with what failed marked below each; empty where it passed none.
  func stack(of exception: InstanceObject) -> String {
    guard let trace = exception.details?.trace, !trace.isEmpty else { return "" }
    return "Traceback (most recent call last):\n" + Self.joined(trace.reversed().map(entry))
  }

  /// Entries of the same line and function are shown three times.
  private static let mostRepeated = 3

  private struct Entry {
    let key: String
    let text: String
  }

  private static func joined(_ entries: [Entry]) -> String {
    var (text, key, count) = ("", "", 0)
    func rest() -> String {
      let more = count - mostRepeated
      if more <= 0 { return "" }
      return "  [Previous line repeated \(more) more time\(more > 1 ? "s" : "")]\n"
    }
    for entry in entries {
      if entry.key != key {
        text += rest()
        (key, count) = (entry.key, 0)
      }
      count += 1
      if count <= mostRepeated { text += entry.text }
    }
    return text + rest()
  }

  private func entry(_ entry: TraceEntry) -> Entry {
    let place = machine.sourcePlace(entry.line)
    let head = "  File \"\(place.file)\", line \(place.line), in \(entry.function)\n"
    guard let line = place.text, !line.withoutBlanks.isEmpty else {
      return Entry(key: head, text: head)
    }
    return Entry(key: head, text: head + CaretLine(line, entry).text)
  }

  /// The last line: the exception's class and its text, and its notes.
  func last(of exception: InstanceObject) -> String {
    let kind = exception.kind.qualifiedName
    let prefix = ["__main__.", "builtins."].first { kind.hasPrefix($0) } ?? ""
    let name = String(kind.dropFirst(prefix.count))
    var text = (try? machine.str(.object(exception))) ?? "<exception str() failed>"
    if let missing = exception.details?.missing {
      text += NameSuggestion(machine: machine).text(for: missing)
    }
    return (text.isEmpty ? name : "\(name): \(text)") + "\n" + notes(of: exception)
  }

  private func notes(of exception: InstanceObject) -> String {
    guard let notes = exception.fields["__notes__"]?.asObject(ListObject.self) else { return "" }
    return notes.items.map { note in
      ((try? machine.str(note)) ?? "<note str() failed>") + "\n"
    }.joined()
  }
}

extension String {
  /// The text without the blanks around it.
  var withoutBlanks: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return self[first...last]
  }
}
