using ReleaseInfra.Rehearsal.Arm.Faults;

namespace ReleaseInfra.Rehearsal.Blobs;

/// <summary>Any of storage's refusals, such as 403 <c>AuthorizationPermissionMismatch</c>.</summary>
public sealed record BlobRefusal(int Status, string Code, string Message) : ArmFault;
