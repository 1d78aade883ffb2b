extension TypeObject {
  /// The class of a host that a class of the program is made of; nil where it is made of none.
  package var hostBase: TypeObject? {
    var type: TypeObject? = self
    while let current = type {
      if current.module != nil { return current }
      type = current.base
    }
    return nil
  }

  /// The class among those that it is made of whose objects only a host or Python itself makes, so that those of a
  /// class of the program would be none; nil where there is none.
  var refusedBase: TypeObject? {
    var type: TypeObject? = self
    while let current = type {
      if current.construct != nil || current.module != nil {
        return current.isException || current.members["__init__"] != nil ? nil : current
      }
      type = current.base
    }
    return nil
  }
}
