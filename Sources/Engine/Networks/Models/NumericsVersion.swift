/// The version of the engine's arithmetic: it changes whenever any result's bits change.
///
/// A test holds the SHA-256 of trained weights for each version, so that nobody changes bits
/// without changing this number.
public let numericsVersion = 4
