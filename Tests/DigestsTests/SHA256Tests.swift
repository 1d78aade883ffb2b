import Digests
import Testing

/// Vectors of FIPS 180-4's examples (NIST, "SHA-256 Example").
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `a message has its published digest`(message: String, digest: String) {
    #expect(SHA256Digest(of: message).description == digest)
  }

  @Test func `feeding a message in pieces gives the digest of the whole`() {
    let stream = SHA256Stream()
    stream.update("a")
    stream.update([UInt8]("bc".utf8))
    #expect(stream.finish() == SHA256Digest(of: "abc"))
  }

  @Test func `Base64 is URL-safe and has no padding`() {
    #expect(SHA256Digest(of: "abc").base64(9) == "ungWv48Bz-pB")
  }
}
