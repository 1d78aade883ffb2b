/// What a call changes beside what it gives, for a look at a program that can't follow the call.
package enum KnownEffect {
  case none
  /// Its object is no longer what it was.
  case ofReceiver
  /// Objects that are made from here on are others.
  case ofAll
}
