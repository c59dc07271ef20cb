namespace ReleaseInfra.Domain.Problems;

/// <summary>
/// Stable names of the mistakes that can be made: RI10 in the writing of a file, RI11 in an environment's settings,
/// RI20 in a release, RI30 in a name, RI40 in a plan. A code is never used again for something else.
/// </summary>
public static class ProblemCode
{
    public const string FileMissing = "RI1001";
    public const string FileEmpty = "RI1002";
    public const string Broken = "RI1003";
    public const string DuplicateKey = "RI1004";
    public const string UnknownKey = "RI1005";
    public const string MissingKey = "RI1006";
    public const string WrongType = "RI1007";
    public const string NotAllowed = "RI1008";
    public const string UnknownWord = "RI1009";
    public const string UnknownStack = "RI1010";
    public const string Encrypted = "RI1011";
    public const string YamlAlias = "RI1012";
    public const string KeyWithoutNamespace = "RI1013";
    public const string FileUnreadable = "RI1014";
    public const string KeyNotUsable = "RI1015";

    public const string ComputeCombination = "RI1101";
    public const string ReplicaOrder = "RI1102";
    public const string NeverWakes = "RI1103";
    public const string VariableAlsoSecret = "RI1104";
    public const string ZonesNeedPrivateNetwork = "RI1105";
    public const string ZonesNeedReplicas = "RI1106";
    public const string SkuOfAnotherTier = "RI1107";
    public const string HighAvailabilityOnBurstable = "RI1108";
    public const string PlanMissing = "RI1109";
    public const string PlanUnused = "RI1110";
    public const string PlanTooManyInstances = "RI1111";
    public const string PlanZones = "RI1112";
    public const string RegistryNotPremium = "RI1113";
    public const string SubnetTooSmall = "RI1114";
    public const string SubnetOutside = "RI1115";
    public const string SubnetsOverlap = "RI1116";
    public const string ReservedRange = "RI1117";
    public const string StepsNotRising = "RI1118";
    public const string LastStepNotAll = "RI1119";
    public const string TooFewApprovers = "RI1120";
    public const string PeriodEndsBeforeItStarts = "RI1121";
    public const string WatchLooserThanRollBack = "RI1122";
    public const string AlertsReachNobody = "RI1123";
    public const string EmptyWindow = "RI1124";
    public const string ReservedVariable = "RI1125";
    public const string SecretInTwoVersions = "RI1126";
    public const string UnknownTimeZone = "RI1127";
    public const string TrafficOfNobody = "RI1128";
    public const string SmokeTestsOfWorker = "RI1129";
    public const string BodyOfHead = "RI1130";
    public const string StepApprovedByNobody = "RI1131";
    public const string GatesNeverPass = "RI1132";
    public const string QueueOfNobody = "RI1133";
    public const string HalfOfCredentials = "RI1140";
    public const string PasswordInClear = "RI1141";

    public const string WeightSum = "RI2001";
    public const string WeightWithoutTag = "RI2002";
    public const string NewestWithoutTag = "RI2003";
    public const string FloatingTag = "RI2004";
    public const string NotAVersion = "RI2005";
    public const string BlueGreenForRolling = "RI2006";
    public const string RollingForBlueGreen = "RI2007";
    public const string ServiceWithoutRelease = "RI2008";
    public const string ReleaseWithoutService = "RI2009";
    public const string SlotInTraffic = "RI2010";
    public const string TwoSlotsChanged = "RI2011";
    public const string ChangedSlotNotNewest = "RI2012";
    public const string RevisionExists = "RI2013";
    public const string NotProvedInStaging = "RI2014";
    public const string StagingUnreadable = "RI2015";
    public const string SiteWithoutTag = "RI2016";
    public const string TemplateOfExistingRevision = "RI2017";

    public const string NameBroken = "RI3001";
    public const string RevisionNameTooLong = "RI3002";
    public const string ReservedServiceName = "RI3003";

    public const string StepBlind = "RI4001";
    public const string TrafficUnknown = "RI4002";
    public const string RollBackTooSlow = "RI4003";
    public const string PlanMeetsFreeze = "RI4004";
}
