extension SyntaxFact {
  var expressionProse: (english: String, portuguese: String)? {
    switch self {
    case .missingComma:
      (
        "invalid syntax. Perhaps you forgot a comma?",
        "sintaxe inválida. Talvez falte uma vírgula?"
      )
    case .missingParentheses(let name):
      (
        "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?",
        "Faltam parênteses na chamada de '\(name)'. Quis dizer \(name)(...)?"
      )
    case .equalsInCondition:
      (
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        "sintaxe inválida. Talvez quisesse '==' ou ':=' em vez de '='?"
      )
    case .equalsInArgument:
      (
        "expression cannot contain assignment, perhaps you meant \"==\"?",
        "uma expressão não pode conter atribuição; talvez quisesse \"==\"?"
      )
    case .positionalAfterKeyword:
      (
        "positional argument follows keyword argument",
        "argumento posicional depois de argumento com nome"
      )
    case .positionalAfterUnpacking:
      (
        "positional argument follows keyword argument unpacking",
        "argumento posicional depois de '**'"
      )
    case .sequenceAfterUnpacking:
      (
        "iterable argument unpacking follows keyword argument unpacking",
        "'*' depois de '**' numa chamada"
      )
    case .generatorNeedsParentheses:
      (
        "Generator expression must be parenthesized",
        "a expressão geradora precisa de parênteses"
      )
    case .unpackingInComprehension:
      (
        "iterable unpacking cannot be used in comprehension",
        "não se desempacota dentro de uma compreensão"
      )
    case .starredNotAllowed:
      ("cannot use starred expression here", "'*' não pode ser usado aqui")
    case .missingArgumentValue:
      ("expected argument value expression", "falta o valor do argumento")
    case .missingDefaultValue:
      ("expected default value expression", "falta o valor predefinido")
    case .missingDictionaryValue:
      (
        "expression expected after dictionary key and ':'",
        "falta uma expressão depois da chave e de ':'"
      )
    case .mappingInComprehension:
      (
        "dict unpacking cannot be used in dict comprehension",
        "não se usa '**' dentro de uma compreensão de dicionário"
      )
    case .comprehensionTargetNeedsParentheses:
      (
        "did you forget parentheses around the comprehension target?",
        "faltam parênteses em volta do elemento da compreensão?"
      )
    case .cannotName(let what):
      (
        "cannot use assignment expressions with \(what)",
        "não se usa ':=' com \(what)"
      )
    case .missingElse:
      ("expected 'else' after 'if' expression", "falta 'else' depois de 'if' na expressão")
    default: nil
    }
  }

  var statementProse: (english: String, portuguese: String) {
    assignmentProse ?? parameterProse ?? otherProse
  }

  private var assignmentProse: (english: String, portuguese: String)? {
    switch self {
    case .cannotAssign(let what, true):
      (
        "cannot assign to \(what) here. Maybe you meant '==' instead of '='?",
        "não se atribui a \(what) aqui. Talvez quisesse '==' em vez de '='?"
      )
    case .cannotAssign(let what, false):
      ("cannot assign to \(what)", "não se atribui a \(what)")
    case .cannotAugment(let what):
      (
        "'\(what)' is an illegal expression for augmented assignment",
        "'\(what)' não pode receber uma atribuição aumentada"
      )
    case .cannotAnnotate(let what):
      (
        "only single target (not \(what)) can be annotated",
        "só um alvo simples (não \(what)) pode ser anotado"
      )
    case .illegalAnnotationTarget:
      ("illegal target for annotation", "alvo inválido para anotação")
    case .cannotDelete(let what): ("cannot delete \(what)", "não se apaga \(what)")
    default: nil
    }
  }

  private var parameterProse: (english: String, portuguese: String)? {
    switch self {
    case .parameterWithoutDefault:
      (
        "parameter without a default follows parameter with a default",
        "parâmetro sem valor predefinido depois de um que o tem"
      )
    case .parametersAfterExtraKeyword:
      (
        "arguments cannot follow var-keyword argument",
        "nada pode vir depois do parâmetro '**'"
      )
    case .starTwice: ("* argument may appear only once", "'*' só pode aparecer uma vez")
    case .slashTwice: ("/ may appear only once", "'/' só pode aparecer uma vez")
    case .slashAfterStar: ("/ must be ahead of *", "'/' tem de vir antes de '*'")
    case .slashFirst:
      ("at least one argument must precede /", "falta um parâmetro antes de '/'")
    case .namesAfterBareStar:
      ("named arguments must follow bare *", "faltam parâmetros com nome depois de '*'")
    case .defaultOfExtraParameter:
      (
        "var-positional or var-keyword argument cannot have default value",
        "um parâmetro com '*' ou '**' não tem valor predefinido"
      )
    default: nil
    }
  }

  private var otherProse: (english: String, portuguese: String) {
    switch self {
    case .expectedColon: ("expected ':'", "falta ':'")
    case .expected(let what): ("expected \(what)", "falta \(what)")
    case .trailingCommaInImport:
      (
        "trailing comma not allowed without surrounding parentheses",
        "vírgula final só entre parênteses"
      )
    case .handlersMissing:
      ("expected 'except' or 'finally' block", "falta um bloco 'except' ou 'finally'")
    case .typesNeedParentheses:
      (
        "multiple exception types must be parenthesized",
        "vários tipos de exceção precisam de parênteses"
      )
    case .mixedHandlers:
      (
        "cannot have both 'except' and 'except*' on the same 'try'",
        "não se misturam 'except' e 'except*' no mesmo 'try'"
      )
    case .notSupported(let what):
      ("\(what) is not part of the notation", "\(what) não faz parte da notação")
    default: ("invalid syntax", "sintaxe inválida")
    }
  }
}
