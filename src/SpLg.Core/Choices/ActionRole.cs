namespace SpLg.Core.Choices;

public enum ActionRole
{
    [ChoiceText("Chefer")]
    Managers,

    [ChoiceText("Objektledare")]
    ObjectManagers,

    [ChoiceText("Objektägare")]
    ObjectOwners,

    [ChoiceText("ISAM")]
    Coordinator,

    [ChoiceText("DSO")]
    DataProtectionOfficer,

    [ChoiceText("HR")]
    HumanResources,

    [ChoiceText("Upphandlare")]
    Buyers,

    [ChoiceText("Alla medarbetare")]
    AllStaff,
}
