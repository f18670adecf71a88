import { assignCase } from '@/lib/commands/assign-case';
import { type AssignmentView, assignmentRequest } from '@/lib/core/review/group-api';
import { endpoints } from '@/lib/http/endpoints';
import { route } from '@/lib/http/route';
import { viewAssignment } from '@/lib/loaders/load-group';

interface Params {
  id: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoints<Params>({
  POST: route({ access: 'owner', limit: 'write', body: assignmentRequest }, async (call) => {
    const assignment: AssignmentView = viewAssignment(await assignCase(call, call.params.id, call.body));
    const address = `/api/groups/${call.params.id}/assignments/${assignment.id}`;
    return Response.json(assignment, { status: 201, headers: { Location: address } });
  }),
});
