namespace SpLg.Word.Expressions;

internal enum ExpressionKind
{
    /// <summary><c>{{Fält}}</c></summary>
    Value,

    /// <summary><c>{{#Lista}}</c></summary>
    Each,

    /// <summary><c>{{#om Villkor}}</c></summary>
    If,

    /// <summary><c>{{annars}}</c></summary>
    Otherwise,

    /// <summary><c>{{/Lista}}</c> or <c>{{/om}}</c></summary>
    End,

    /// <summary><c>{{Innehållsförteckning}}</c></summary>
    Contents,
}
