namespace SpLg.Core.Schema;

/// <summary>
/// A right to a list that does not inherit the site's. https://github.com/pnp/PnP-Provisioning-Schema
/// </summary>
/// <param name="Principal">The name of a group, or a token of the engine: <c>{associatedownergroup}</c>,
/// <c>{associatedmembergroup}</c>, <c>{everyonebutexternalusers}</c>.</param>
/// <param name="Role">
/// The engine's name of the role (Reader, Contributor, Editor, WebDesigner or Administrator), or that of one of
/// <see cref="SiteSchema.Roles"/>.
/// </param>
public sealed record RightSchema(string Principal, string Role);
