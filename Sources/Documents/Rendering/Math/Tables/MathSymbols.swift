/// Signs by name, with TeX's class of each (LaTeX's and AMS' symbols; signs are Unicode's).
enum MathSymbols {
  static let table: [String: (sign: String, own: MathClass)] = {
    var table: [String: (String, MathClass)] = [:]
    for (own, list) in lists {
      for (name, sign) in pairs(in: list) { table[name] = (sign, own) }
    }
    for name in ["#", "%", "$", "_", "&"] { table[name] = (name, .ordinary) }
    return table
  }()

  /// The classes of signs that are typed as such.
  static let classes: [String: MathClass] = {
    var classes: [String: MathClass] = [:]
    for (sign, own) in table.values where own != .ordinary || classes[sign] == nil {
      classes[sign] = classes[sign].map { min($0, own) } ?? own
    }
    for (sign, own) in typed { classes[sign] = own }
    return classes
  }()

  /// Signs that have a form of their own with a stroke through them.
  static let negated: [String: String] = Dictionary(
    pairs(in: strokes), uniquingKeysWith: { first, _ in first })

  private static func pairs(in list: String) -> [(String, String)] {
    let words = list.split(whereSeparator: \.isWhitespace).map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  private static let typed: [String: MathClass] = [
    "+": .binary, "−": .binary, "∗": .binary, "=": .relation, "<": .relation, ">": .relation,
    ":": .relation, ",": .punctuation, ";": .punctuation, "!": .closing, "?": .closing,
    "/": .ordinary, ".": .ordinary, "…": .inner, "⋯": .inner, "·": .binary, "≔": .relation,
  ]

  private static let lists: [(MathClass, String)] = [
    (.ordinary, ordinary), (.largeOperator, operators), (.integral, integrals),
    (.binary, binaries), (.relation, relations), (.relation, arrows),
    (.punctuation, "colon : cdotp · ldotp ."),
    (.inner, "ldots … cdots ⋯ ddots ⋱ dotsb ⋯ dotsc … dotsm ⋯ dotsi ⋯ dotso … mathellipsis …"),
  ]

  private static let operators = """
    sum ∑ prod ∏ coprod ∐ bigcap ⋂ bigcup ⋃ bigvee ⋁ bigwedge ⋀ bigodot ⨀ bigoplus ⨁ bigotimes ⨂ \
    biguplus ⨄ bigsqcup ⨆
    """

  private static let integrals = """
    int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫
    """

  private static let ordinary = """
    infty ∞ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ emptyset ∅ varnothing ∅ angle ∠ \
    measuredangle ∡ sphericalangle ∢ hbar ℏ hslash ℏ ell ℓ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ gimel ℷ \
    daleth ℸ prime ′ backprime ‵ surd √ triangle △ triangledown ▽ blacktriangle ▲ \
    blacktriangledown ▼ square □ Box □ blacksquare ■ lozenge ◊ blacklozenge ⧫ Diamond ◇ bigstar ★ \
    clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ degree ° circledS Ⓢ \
    circledR ® maltese ✠ checkmark ✓ complement ∁ mho ℧ eth ð Finv Ⅎ Game ⅁ Bbbk 𝕜 diagup ╱ \
    diagdown ╲ vdots ⋮ S § P ¶ copyright © yen ¥ pounds £
    """

  private static let binaries = """
    pm ± mp ∓ times × div ÷ cdot ⋅ centerdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ \
    sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ \
    bigtriangleup △ bigtriangledown ▽ triangleleft ◃ triangleright ▹ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ \
    oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † dag † ddagger ‡ ddag ‡ amalg ⨿ \
    dotplus ∔ Cap ⋒ doublecap ⋒ Cup ⋓ doublecup ⋓ barwedge ⊼ veebar ⊻ doublebarwedge ⩞ boxminus ⊟ \
    boxtimes ⊠ boxdot ⊡ boxplus ⊞ divideontimes ⋇ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ \
    rightthreetimes ⋌ curlywedge ⋏ curlyvee ⋎ circleddash ⊝ circledast ⊛ circledcirc ⊚ intercal ⊺ \
    lessdot ⋖ gtrdot ⋗ And &
    """

  private static let relations = """
    le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ asymp ≍ \
    propto ∝ varpropto ∝ doteq ≐ ll ≪ gg ≫ prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ notin ∉ ni ∋ \
    owns ∋ notni ∌ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ \
    sqsupseteq ⊒ mid ∣ parallel ∥ perp ⟂ vdash ⊢ dashv ⊣ models ⊨ bowtie ⋈ Join ⋈ smile ⌣ \
    frown ⌢ leqq ≦ geqq ≧ leqslant ⩽ geqslant ⩾ eqslantless ⪕ eqslantgtr ⪖ lesssim ≲ gtrsim ≳ \
    lessapprox ⪅ gtrapprox ⪆ approxeq ≊ thickapprox ≈ thicksim ∼ lll ⋘ llless ⋘ ggg ⋙ gggtr ⋙ \
    lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lesseqqgtr ⪋ gtreqqless ⪌ doteqdot ≑ Doteq ≑ \
    risingdotseq ≓ fallingdotseq ≒ backsim ∽ backsimeq ⋍ eqsim ≂ subseteqq ⫅ supseteqq ⫆ \
    Subset ⋐ Supset ⋑ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟ precsim ≾ \
    succsim ≿ precapprox ⪷ succapprox ⪸ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴ \
    trianglerighteq ⊵ vDash ⊨ Vdash ⊩ Vvdash ⊪ smallsmile ⌣ smallfrown ⌢ bumpeq ≏ Bumpeq ≎ \
    eqcirc ≖ circeq ≗ triangleq ≜ shortmid ∣ shortparallel ∥ between ≬ pitchfork ⋔ \
    blacktriangleleft ◀ blacktriangleright ▶ vartriangle △ therefore ∴ because ∵ backepsilon ∍ \
    nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ≰ ngeqslant ≱ nleqq ≰ ngeqq ≱ lneq ⪇ gneq ⪈ lneqq ≨ \
    gneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊ nprec ⊀ nsucc ⊁ npreceq ⋠ nsucceq ⋡ \
    precneqq ⪵ succneqq ⪶ precnsim ⋨ succnsim ⋩ precnapprox ⪹ succnapprox ⪺ nsim ≁ ncong ≆ \
    nmid ∤ nshortmid ∤ nparallel ∦ nshortparallel ∦ nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ \
    ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ nsubseteq ⊈ \
    nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌ \
    vcentcolon : ratio : coloneqq ≔ eqqcolon ≕ dblcolon ∷ Coloneqq ⩴
    """

  private static let arrows = """
    to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ \
    Leftrightarrow ⇔ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ \
    Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩ \
    nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ \
    leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ dashrightarrow ⇢ dashleftarrow ⇠ \
    leftleftarrows ⇇ rightrightarrows ⇉ leftrightarrows ⇆ rightleftarrows ⇄ upuparrows ⇈ \
    downdownarrows ⇊ Lleftarrow ⇚ Rrightarrow ⇛ twoheadleftarrow ↞ twoheadrightarrow ↠ \
    leftarrowtail ↢ rightarrowtail ↣ looparrowleft ↫ looparrowright ↬ curvearrowleft ↶ \
    curvearrowright ↷ circlearrowleft ↺ circlearrowright ↻ Lsh ↰ Rsh ↱ upharpoonleft ↿ \
    upharpoonright ↾ downharpoonleft ⇃ downharpoonright ⇂ restriction ↾ multimap ⊸ \
    leftrightsquigarrow ↭ rightsquigarrow ⇝ leadsto ⇝ origof ⊶ imageof ⊷ nleftarrow ↚ \
    nrightarrow ↛ nleftrightarrow ↮ nLeftarrow ⇍ nRightarrow ⇏ nLeftrightarrow ⇎
    """

  private static let strokes = """
    = ≠ < ≮ > ≯ ≤ ≰ ≥ ≱ ∈ ∉ ∋ ∌ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ∼ ≁ ≃ ≄ ≅ ≇ ≈ ≉ ≡ ≢ ≍ ≭ ≲ ≴ ≳ ≵ ≶ ≸ ≷ ≹ ≺ ⊀ ≻ ⊁ ≼ ⋠ ≽ ⋡ \
    ⊑ ⋢ ⊒ ⋣ ⊲ ⋪ ⊳ ⋫ ⊴ ⋬ ⊵ ⋭ ∣ ∤ ∥ ∦ ⊢ ⊬ ⊨ ⊭ ⊩ ⊮ → ↛ ← ↚ ↔ ↮ ⇒ ⇏ ⇐ ⇍ ⇔ ⇎
    """
}

extension MathSymbols {
  /// Ordinary signs that MathML keeps apart unless it is told not to.
  static func isSpaced(_ sign: String) -> Bool {
    sign == "/" || sign == "|" || classes[sign].map { $0 != .ordinary } ?? false
  }
}
