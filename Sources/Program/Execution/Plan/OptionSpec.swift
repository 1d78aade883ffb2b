internal import Diagnostics

/// An option of a directive: its name, its form and what it does. Help and documentation are made
/// from these.
struct OptionSpec: Sendable {
  var name: String
  /// What may be written, such as "a whole number from 1".
  var form: Message
  var purpose: Message

  init(_ name: String, _ form: Message, _ purpose: Message) {
    self.name = name
    self.form = form
    self.purpose = purpose
  }
}
