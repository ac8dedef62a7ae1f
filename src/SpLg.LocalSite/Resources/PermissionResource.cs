using System.Text.Json.Nodes;
using SpLg.LocalSite.Protocol;
using SpLg.LocalSite.Store;

namespace SpLg.LocalSite.Resources;

/// <summary>Permissions, to be read only: the application has fullcontrol of the site, as a Sites.Selected grant gives it.</summary>
internal static class PermissionResource
{
    public static GraphAnswer OfSite(GraphCall call) => Answer(call, call.SiteContext("permissions"));

    public static GraphAnswer OfList(GraphCall call, ListRecord list) => Answer(call, call.SiteContext($"lists('{list.Id}')/permissions"));

    /// <summary>Items have none of their own: nothing breaks inheritance here.</summary>
    public static GraphAnswer OfItem(GraphCall call)
    {
        RefuseChanges(call);
        return GraphAnswer.Ok(Shape.Collection(call.Context("Collection(permission)"), []));
    }

    private static GraphAnswer Answer(GraphCall call, string context)
    {
        RefuseChanges(call);
        if (call.Path.AtEnd)
            return GraphAnswer.Ok(Shape.Collection(context, [Grant()]));
        var grant = Grant();
        return call.Path.Next().Text == grant["id"]!.GetValue<string>()
            ? GraphAnswer.Ok(Shape.Entity(context + "/$entity", grant))
            : throw GraphError.NotFound();
    }

    private static JsonObject Grant()
    {
        var identity = new JsonObject { ["application"] = Identities.Application() };
        return new()
        {
            ["id"] = "aTowaS50fG1zLnNwLmV4dHxsb2NhbA",
            ["roles"] = new JsonArray("fullcontrol"),
            ["grantedToIdentities"] = new JsonArray(identity.DeepClone()),
            ["grantedToIdentitiesV2"] = new JsonArray(identity),
        };
    }

    private static void RefuseChanges(GraphCall call)
    {
        if (call.Method != "GET")
            throw GraphError.NotServed("changes of permissions");
    }
}
